"""What the commands that read articles say about their inputs."""

INPUTS = (
    "Files, folders, quoted patterns, addresses (s3://, https://, …) or - for standard input: "
    ".txt, .jsonl, .csv, .parquet; also .gz and .zst"
)
INPUT_FORMAT = "txt, jsonl, csv or parquet, whatever the names say"
