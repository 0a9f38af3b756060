-- A document is what a file says, not where it lies: its id comes from its bytes and its kind, so that byte-for-byte
-- copies are one document, a moved file keeps its id, and the same files give the same ids on every machine.
-- All offsets are UTF-16 code units of the document's NFC text.
create table documents (
  id         integer primary key,           -- 52 bits of the SHA-256 of kind and bytes
  sha256     text    not null unique,       -- of kind and bytes, lower-case hexadecimal
  name       text    not null,              -- the file's name; of several copies, that of the first path
  path       text    not null,              -- the first path, relative to the library's folder, with /
  title      text    not null,
  size       integer not null,              -- bytes
  text       text    not null,
  length     integer not null,              -- of the text, UTF-16 code units
  pages      text    not null,              -- JSON: the offsets at which pages 2, 3 … begin
  handling   text    not null default '',   -- a mark that restricts use, as written (“Mật”, “Lưu hành nội bộ”)
  rules      text    not null               -- the engine that read it; another one reads it again
);

create table files (
  path     text    primary key,             -- relative to the library's folder, with /
  document integer not null references documents (id)
) without rowid;
create index files_document on files (document);

create table problems (
  path   text primary key,
  code   integer not null,
  place  integer not null,                  -- byte of the file, from 0
  detail text not null,
  line   integer not null                   -- of that byte, from 1; 0 when it says nothing
) without rowid;

create table blocks (
  id       integer primary key,
  document integer not null references documents (id) on delete cascade,
  ordinal  integer not null,
  kind     text    not null,
  level    integer not null,
  start    integer not null,
  "end"    integer not null,
  parts    text,                            -- JSON [[start, end], …] when the block is cut, else null
  cell     text,                            -- JSON [table, row, column, header] for a table cell
  line     integer not null,                -- of its start, from 1
  text     text    not null,                -- the document's characters from start to end: SQL counts no UTF-16 units
  unique (document, ordinal)
);

-- Two views of each block's words: folded (no marks, đ as d) and exact (tones at the word's end, so that hoà is hòa).
-- Contentless: snippets are made from the document's own text.
create virtual table block_words using fts5 (folded, exact, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

create table mentions (
  document integer not null references documents (id) on delete cascade,
  ordinal  integer not null,
  kind     text    not null,
  start    integer not null,
  "end"    integer not null,
  surface  text    not null,
  rule     text    not null,
  attrs    text    not null,                -- JSON, as `biennien find` prints it
  name     text    not null,                -- by which mentions are joined: a person's full name, else the surface on one line
  folded   text    not null,                -- the name, folded
  earliest integer,                         -- TIME: first and last day that can be meant, days from 1970-01-01
  latest   integer,
  block    integer,                         -- the ordinal of the block it stands in
  line     integer not null,
  primary key (document, ordinal)
) without rowid;
create index mentions_folded on mentions (folded, kind);

create table claims (
  id             integer primary key,
  document       integer not null references documents (id) on delete cascade,
  ordinal        integer not null,
  kind           text    not null,          -- event
  type           text    not null,
  status         text    not null,
  date           text    not null,          -- EDTF, or empty
  earliest       integer,                   -- days from 1970-01-01; null without a date
  latest         integer,
  start          integer not null,          -- the trigger
  "end"          integer not null,
  surface        text    not null,
  line           integer not null,          -- of the trigger, from 1
  sentence_start integer not null,
  sentence_end   integer not null,
  sentence       text    not null,
  evidence       text    not null,          -- JSON [[start, end], …], the sentence first
  date_mention   integer,
  date_implied   integer not null,
  rule           text    not null,
  unique (document, ordinal)
);
create index claims_time on claims (earliest, latest);

create virtual table claim_words using fts5 (folded, exact, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

create table claim_mentions (
  claim    integer not null references claims (id) on delete cascade,
  position integer not null,
  role     text    not null,                -- agent, patient, … ; where; figure
  mention  integer not null,
  primary key (claim, position)
) without rowid;

-- The word indexes hold no text of their own, so that nothing else empties them.
create trigger blocks_gone after delete on blocks begin
  delete from block_words where rowid = old.id;
end;
create trigger claims_gone after delete on claims begin
  delete from claim_words where rowid = old.id;
end;
