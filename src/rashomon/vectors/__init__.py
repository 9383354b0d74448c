"""Sentence vectors: how near two sentences are in meaning, by the untouched MiniLM that the reader was once made from."""

from rashomon.vectors.memory import InMemory, Memory
from rashomon.vectors.vectors import Matrix, Vectors, likeness, likenesses
from rashomon.vectors.weights import at_hand, load_vectors

__all__ = ["InMemory", "Matrix", "Memory", "Vectors", "at_hand", "likeness", "likenesses", "load_vectors"]
