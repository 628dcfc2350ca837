"""What the commands that read articles say about their inputs."""

INPUTS = (
    "Files, folders, quoted patterns, addresses (s3://, https://, …) or - for standard input: "
    ".html, .warc, .jsonl, .csv, .parquet, .rss, .atom, .xml, .txt; also .gz and .zst"
)
INPUT_FORMAT = "html, warc, jsonl, csv, parquet, feed or txt, whatever the names say"
