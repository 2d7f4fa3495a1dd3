"""What the peers' scripts share: the graph's files as numbers, and the line protocol.

A script is run as `SCRIPT WORKLOAD FOLDER THREADS`. It gets the workload ready, prints `ready` and
its version, and then for each line it is sent does the work once and prints the seconds and a number
out of the answer. A task is a function of the graph that returns the work and the function that takes
the number from its answer, which is not timed.
"""

import gc
import json
import os
import sys
import time

WORKLOAD, FOLDER, THREADS = sys.argv[1], sys.argv[2], int(sys.argv[3])
TOPIC = 3  # t3 in the files of text
THRESHOLD = 500  # interests from one half on, in thousandths
LEAST = 100  # followers


def path(name):
    return os.path.join(FOLDER, name)


class Made:
    """The graph as numbers, people numbered by first appearance."""

    def __init__(self):
        with open(path("graph.json")) as page:
            for name, value in json.load(page).items():
                setattr(self, name, value)

    def pairs(self):
        import numpy as np

        ties = np.fromfile(path("follows.u32"), np.uint32).reshape(-1, 2)
        return np.ascontiguousarray(ties[:, 0]), np.ascontiguousarray(ties[:, 1])

    def trust(self):
        import numpy as np

        return (np.fromfile(path("trust.u16"), np.uint16) / np.float32(1000)).astype(np.float32)

    def interested(self):
        import numpy as np

        rows = np.fromfile(path("interests.u32"), np.uint32).reshape(-1, 3)
        mask = np.zeros(self.people, bool)
        mask[rows[(rows[:, 1] == TOPIC) & (rows[:, 2] >= THRESHOLD), 0]] = True
        return mask


def top10(values):
    import numpy as np

    values = np.asarray(values)
    best = np.argpartition(-values, 10)[:10]
    best = best[np.lexsort((best, -values[best]))]
    return [(int(i), float(values[i])) for i in best]


def serve(tasks, version):
    work, check = tasks[WORKLOAD](Made())
    print("ready", version, flush=True)
    for _ in sys.stdin:
        gc.collect()
        start = time.perf_counter()
        answer = work()
        seconds = time.perf_counter() - start
        number = check(answer)
        del answer
        print(seconds, "" if number is None else number, flush=True)
