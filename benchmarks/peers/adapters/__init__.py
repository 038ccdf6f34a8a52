"""One module for each log doctor, which reads a file with it and returns its findings.

Imported only by the Python that the tools are installed in; they need nothing of this project but
`benchmarks.peers.finding`.
"""
