"""The way to taste clusters that a data scientist would take with NumPy and scikit-learn. Usage: taste.py PAIRS PASSES,
where PAIRS holds a customer's number, an event's number and a day a line, one line a sale. Prints subject, what was
done and seconds, divided by tabs.

"one clustering": co-purchases, the affinity model, event vectors and k-means over events, and nothing else. The other
one does what a run of Groundswell's does as well: it chooses the number of clusters by resampling the customers, and
learns on a cut in time how affinity, frequency and recency are weighed.
"""
import sys
import time

import numpy as np
from scipy import sparse
from scipy.linalg import inv
from sklearn.cluster import KMeans
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

RIDGE = 500.0
RANK = 16
CLUSTERS = range(3, 9)
STARTS = 20
DRAWS = 4
DRAWN = 0.8
REPLAYED = 30
OTHERS = 10  # customers who didn't buy, for each who did
AUDIENCE = 100_000


def interactions(pairs, shape=None):
    """1 where a customer bought an event, customers by events."""
    ones = np.ones(len(pairs), dtype=np.float32)
    matrix = sparse.csr_matrix((ones, (pairs[:, 0], pairs[:, 1])), shape=shape)
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def ease(matrix):
    """Affinity of events to each other."""
    gram = np.asarray((matrix.T @ matrix).todense(), dtype=np.float32)
    gram[np.diag_indices_from(gram)] += RIDGE
    inverse = inv(gram, overwrite_a=True, check_finite=False)
    affinity = -inverse / np.diag(inverse)
    np.fill_diagonal(affinity, 0)
    return affinity


def event_vectors(matrix):
    _, _, vectors = randomized_svd(matrix, n_components=RANK + 1, random_state=1)
    return normalize(vectors[1:].T)


def cluster(points, count):
    return KMeans(n_clusters=count, n_init=STARTS, random_state=1).fit_predict(points)


def choose_clusters(matrix):
    """The number of clusters that is found again most often among a part of the customers."""
    random = np.random.default_rng(1)
    points = event_vectors(matrix)
    whole = {count: cluster(points, count) for count in CLUSTERS}
    agreement = dict.fromkeys(CLUSTERS, 0.0)
    for _ in range(DRAWS):
        drawn = event_vectors(matrix[np.flatnonzero(random.random(matrix.shape[0]) < DRAWN)])
        for count in CLUSTERS:
            agreement[count] += adjusted_rand_score(whole[count], cluster(drawn, count)) / DRAWS
    return whole[max(CLUSTERS, key=agreement.get)]


def learn_blend(pairs, shape):
    """Weights of affinity, frequency and recency, from who bought after a cut."""
    random = np.random.default_rng(1)
    cut = np.quantile(pairs[:, 2], 0.8)
    before, after = pairs[pairs[:, 2] < cut], pairs[pairs[:, 2] >= cut]
    matrix = interactions(before, shape)
    affinity = ease(matrix)
    frequency = np.log1p(np.asarray(matrix.sum(axis=1)).ravel())
    latest = np.zeros(shape[0])
    np.maximum.at(latest, before[:, 0], before[:, 2])
    features, bought = [], []
    for event in np.argsort(-np.bincount(after[:, 1], minlength=shape[1]))[:REPLAYED]:
        buyers = np.unique(after[after[:, 1] == event, 0])
        buyers = buyers[frequency[buyers] > 0]
        people = np.concatenate([buyers, random.integers(0, shape[0], OTHERS * len(buyers))])
        score = matrix[people] @ affinity[:, event]
        features.append(np.column_stack([score, frequency[people], latest[people] / cut]))
        bought.append(np.repeat([1, 0], [len(buyers), OTHERS * len(buyers)]))
    return LogisticRegression().fit(np.concatenate(features), np.concatenate(bought)).coef_


def next_event(matrix, affinity, event):
    scores = matrix @ affinity[:, event]
    return np.argpartition(-scores, min(AUDIENCE, len(scores) - 1))[:AUDIENCE]


def timed(subject, who, work):
    start = time.perf_counter()
    result = work()
    print(f"{subject}\t{who}\t{time.perf_counter() - start:.5f}", flush=True)
    return result


def one_clustering(pairs):
    matrix = interactions(pairs)
    affinity = ease(matrix)
    cluster(event_vectors(matrix), max(CLUSTERS))
    return matrix, affinity


def whole_run(pairs):
    matrix = interactions(pairs)
    ease(matrix)
    choose_clusters(matrix)
    learn_blend(pairs, matrix.shape)


def main(path, passes):
    pairs = np.fromfile(path, dtype=np.int64, sep=" ").reshape(-1, 3)
    for _ in range(passes):
        timed("run", "scikit-learn, doing the same", lambda: whole_run(pairs))
        matrix, affinity = timed("run", "scikit-learn, one clustering", lambda: one_clustering(pairs))
    for event in range(passes):
        timed("next", "scikit-learn, affinity only", lambda: next_event(matrix, affinity, -1 - event))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
