"""Tests of the library adapter."""
