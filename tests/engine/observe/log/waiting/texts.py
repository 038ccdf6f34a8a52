"""Texts of runs that hang, in the form in which the tools print them."""

WORK = (
    "[rank{rank}]:[E1118 20:32:23.957 ProcessGroupNCCL.cpp:629] [PG ID {group} PG GUID "
    "{group}(default_pg) Rank {rank}] Watchdog caught collective operation timeout: "
    "WorkNCCL(SeqNum={number}, OpType={call}, NumelIn=1, NumelOut=1, Timeout(ms)=600000) ran for "
    "600081 milliseconds before timing out."
)
STATUS = (
    "[rank{rank}]:[E1118 20:32:23.957 ProcessGroupNCCL.cpp:2168] [PG ID {group} PG GUID "
    "{group}(default_pg) Rank {rank}]  failure detected by watchdog at work sequence id: 5 PG "
    "status: last enqueued work: {number}, last completed work: 4"
)


def work(rank, number=5, call="ALLREDUCE", group=0):
    return WORK.format(rank=rank, number=number, call=call, group=group)


def status(rank, number, group=0):
    return STATUS.format(rank=rank, number=number, group=group)


MISMATCH = """
#0-0 (27a079b828ff1a75) MISMATCH
  Communicator ranks have different collective operation counts
  26 ranks have launched up to operation 6650
  6 ranks have launched up to operation 6649
  Rank 0 -- GPU 0 managed by process 483072 on node 172.16.64.210
  Rank 2 -- GPU 2 managed by process 483074 on node 172.16.64.210
""".splitlines()

INCOMPLETE = """
INCOMPLETE
  Missing communicator data from 1 job process
  Process 3487984 on node 172.16.64.213 managing GPU 5

#0-0 (cf264af53edbe986) INCOMPLETE
  Missing communicator data from 1 rank
  The missing rank: 21
""".splitlines()

ANALYSIS = """
Not all ranks joining collective, sequence number: 4
internal record id: 3
group info: 0:default_pg
collective: nccl:all_reduce
missing ranks: {1}
input sizes: [[3, 4]]
""".splitlines()


def dump(rank, enqueued, state="scheduled", quote='"'):
    text = (
        '{"version": "2.3", "pg_status": {"0": {"last_enqueued_collective": ENQUEUED, '
        '"last_started_collective": -1, "last_completed_collective": 2}}, "entries": '
        '[{"record_id": 1, "collective_seq_id": 3, "profiling_name": "nccl:all_reduce", '
        '"state": "STATE"}]}'
    )
    filled = text.replace("ENQUEUED", str(enqueued)).replace("STATE", state)
    return [f"nccl_trace_rank_{rank}", filled.replace('"', quote)]


def stack(rank, *frames, pid=4121):
    return [
        f"Process {pid}: python train.py --local_rank={rank}",
        "Python v3.10.12 (/usr/bin/python3.10)",
        "",
        f'Thread {pid} (active): "MainThread"',
        *(f"    {frame}" for frame in frames),
        'Thread 9 (idle): "Thread-1"',
        "    wait (threading.py:320)",
    ]


ALL_REDUCE = "all_reduce (torch/distributed/distributed_c10d.py:2800)"
