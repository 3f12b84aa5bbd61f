# Shared by the fetch scripts: . "$(dirname "$0")/fetch.sh"
set -eu

# fetch ADDRESS FILE: whole or not at all, and says which address failed.
fetch() {
  mkdir -p "$(dirname "$2")"
  echo "$1 -> $2" >&2
  if ! curl --fail --location --silent --show-error --retry 3 --max-time 600 --output "$2.part" "$1"; then
    rm -f "$2.part"
    echo "Not fetched: $1. Is there a network? Has the supplier moved it?" >&2
    exit 1
  fi
  mv "$2.part" "$2"
}
