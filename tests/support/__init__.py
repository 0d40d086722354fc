"""Stand-ins and builders for tests: fakes that work before mocks that agree."""
