/** Text of `README.txt` in every archive: what a stranger needs who finds the folder. */
export const archiveReadme = `This folder is a press archive
==============================

It was made by the program Press Archive and holds the press releases of an
institution with their photos. Everything in it can be read without the program.

releases/YYYY-MM/*.md     the text of each release, one Markdown file each, with its
                          headline and dates on top; open them in any editor. A line
                          ![](photo:...) is the place of the photo with that checksum
releases/YYYY-MM.json     what else is known of the releases published in that
                          month: credits, people, partners, photos and captions
photos/                   the original photos, byte for byte; each file is named by
                          the SHA-256 checksum of its content
photos/index-XX.json      file name, size and caption of each photo
sources/                  the files that the releases were made from, unchanged
partners.json             the partner organisations and their names
packs.json                press packs that were put together
history/                  what releases said before they were changed, one file for
                          each earlier revision
settings.json             how this archive is backed up
archive.json              name of the institution, version of this format
journal/                  the latest changes; they go into the files above when the
                          program is closed. Don't delete it.
copies/                   a second copy of every .json file, in case one is damaged
cache/                    may be deleted at any time
quarantine/               damaged files that the program put aside, if any

Every .json file is {"checksum":"sha256:...","data":...}; the checksum is that of the
text of "data".

Please don't change files here by hand: keep a copy of the whole folder instead.
`;
