"""The extra `semantic`: sentence vectors beside the words of the text model.

A frozen encoder turns a text into a vector, and a ridge regression on those vectors adds to the
scores of the text model what its words leave open. Nothing here is needed: without the extra, and
without a fitted file beside the content, the text model answers alone.
"""
