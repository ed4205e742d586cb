"""The collection as data: tables for people, documents for programs, and its lists of terms."""
