"""The API under `/api/v1`: what pages do, for programs, and every table as JSON and CSV by link."""
