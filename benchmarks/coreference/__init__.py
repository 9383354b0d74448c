"""Parts of the benchmark of event coreference: the corpus, the clustering, the scores."""
