"""Finding by what people type: one matcher for the search and for every filter, Chinese as it is
spelt, and the search over all things of a folder with what stands beside a hit.
"""
