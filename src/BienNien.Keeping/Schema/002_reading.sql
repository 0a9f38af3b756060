-- What Reading knows of a document beside its text and blocks.
alter table documents add column encoding   text;             -- as `biennien read --encoding` names it; null where the format settles it
alter table documents add column confidence real;             -- of the encoding, 0 to 1
alter table documents add column notes      text not null default '[]';  -- JSON [[mark start, mark end, ordinal of the note's block], …]
alter table documents add column damages    text not null default '[]';  -- JSON [{"start","end","reading","reason","confidence"}, …]
alter table documents add column paper      text;             -- JSON: the document's own header; null when it has none
alter table documents add column layout     blob;             -- where its words stand on its pages; null when it has no fixed pages
alter table blocks    add column label      text not null default '';    -- the number or mark that it opens with

-- Files that hold others: archives, letters with attachments. The files in them stand in `files` with the container's path before
-- theirs (`thu.zip/bao-cao.docx`), so that a container that has not changed need not be opened again.
create table containers (
  path        text primary key,             -- relative to the library's folder, with /
  sha256      text not null,                -- of kind and bytes, as in documents; empty when something in it could not be read
  rules       text not null,                -- the engine that opened it
  passed_over integer not null              -- files in it of kinds that are not read
) without rowid;
alter table files add column container text references containers (path) on delete cascade;
create index files_container on files (container);
