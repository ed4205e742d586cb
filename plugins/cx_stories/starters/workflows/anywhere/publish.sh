#!/bin/sh
# Builds the site and brings it to a server, or into a folder, with rsync:
#
#   sh publish.sh me@stories.example:/srv/stories          shows what would change there
#   sh publish.sh --send me@stories.example:/srv/stories   changes it
#
# Nothing is sent unless the build is without a fault. What is no longer in the site is taken away there at the very
# end, so the place has to be a folder of the site's own. SITE_URL=https://stories.example/ before the command says
# where the site will be.
set -eu

# What stands there and is not ours: it is left alone.
KEPT="/.well-known/ /.htaccess"

fail() {
  echo "$1" >&2
  exit 2
}

send=
if [ "${1-}" = --send ]; then
  send=yes
  shift
fi
[ $# -eq 1 ] || fail "Say where the site goes: sh publish.sh [--send] USER@SERVER:/FOLDER"
command -v rsync >/dev/null || fail "rsync is not installed."

place=${1%/}
case $place in
  -*) fail "There is no option $place. Only --send." ;;
  "" | . | .. | "$HOME" | *: | *:. | *:~) fail "$1 is no folder of the site's own: all else in it would be taken away." ;;
  /* | *:*) ;;
  *) place=$PWD/$place ;;
esac
cd "$(dirname "$0")"

there=$(rsync --list-only "$place/" 2>/dev/null | sed 's/^\([^ ]* *\)\{4\}//' || true)
case $there in
  "" | . | *.cx-stories*) ;;
  *) fail "$place has files in it and is no site of CX Stories. Say another folder; a new one is made." ;;
esac

if [ -x .venv/bin/mkdocs ]; then
  PATH=$PWD/.venv/bin:$PATH
fi
NO_MKDOCS_2_WARNING=1 mkdocs build --strict --site-dir site

set -- --recursive --checksum --delay-updates --delete-delay --chmod=D755,F644 --out-format="%o %n"
for kept in $KEPT; do
  set -- "$@" --exclude="$kept"
done
[ "$send" ] || set -- "$@" --dry-run
rsync "$@" site/ "$place/"

if [ "$send" ]; then
  echo "The site is at $place."
else
  echo "Nothing was sent. To send it: sh publish.sh --send $place"
fi
