-- The chronicle: what documents say together. Everything here but rulings is worked out from testimonies, and only what a changed
-- document touches is worked out again: what is still to do stands in the tables dirty_*, so that a build that is cut off goes on.
-- Hashes are 64 bits, the same on every machine, written as SQLite's signed numbers.

-- What a document brings: Chronicling/TestimonyCodec.cs. No reference to documents: one that is gone is first taken out of the
-- chronicle by what `filings` knows of it.
create table testimonies (
  document integer primary key,
  body     blob not null
);

-- Under which keys a document stands in the tables below: Chronicling/FilingCodec.cs.
create table filings (
  document integer primary key,
  names    blob not null,
  blocks   blob not null,
  words    blob not null
);

-- Which entities of documents may be one: they share a key. Further keys (Chronicling/NameKeys.cs) lead from a name to those who bear it.
create table names (
  key      integer not null,                -- hash of the linker's key
  document integer not null,
  local    integer not null,                -- place among the testimony's entities
  primary key (key, document, local)
) without rowid;

create table entities (
  number  integer primary key,              -- of this library alone
  id      text    not null unique,
  kind    text    not null,                 -- person, place, organisation, paper
  name    text    not null,
  folded  text    not null,                 -- the name, without marks and case
  aliases text    not null                  -- JSON ["…"]
);
create index entities_folded on entities (folded);

create table links (
  document   integer not null,
  local      integer not null,
  entity     integer not null,              -- its number
  reason     integer not null,              -- LinkReason
  confidence real    not null,
  evidence   text    not null,
  primary key (document, local)
) without rowid;
create index links_entity on links (entity);

-- Where statements meet.
create table block_members (
  key      integer not null,
  place    text    not null,                -- among the many of a block: dates and figures in order
  document integer not null,
  ordinal  integer not null,                -- place among the testimony's statements
  primary key (key, place, document, ordinal)
) without rowid;

-- What came of the blocks of two members and more (Chronicling/FindingsCodec.cs, PairCodec.cs), and of the names of entities.
create table findings (
  key   integer primary key,
  found blob    not null,                   -- ties and judgements
  pairs blob    not null                    -- what came of each two members, before the block was looked at as a whole
);
create table spellings (
  entity integer primary key,
  found  blob    not null
);

-- Passages that documents share.
create table profiles (
  document integer primary key,
  body     blob not null
);
create table fingerprints (
  hash     integer not null,
  document integer not null,
  primary key (hash, document)
) without rowid;
create table reuse (
  a          integer not null,
  b          integer not null,              -- a < b
  passages   blob    not null,              -- none when the documents were compared and share nothing long enough
  found      blob    not null,              -- what is to be said of their edits
  primary key (a, b)
) without rowid;
create index reuse_b on reuse (b);

-- What editors decided. No build touches this table, and what is withdrawn stays to be read.
create table rulings (
  id           integer primary key,
  kind         text not null,               -- same, different, preferred, date …
  a            text not null,               -- a name or an entity's id; for other kinds what the ruling is about
  b            text not null,               -- the other name; empty where there is none
  value        text not null,               -- the preferred name, the date …
  reason       text not null,
  who          text not null,
  at           text not null,               -- as the caller gave it
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_reason text
);

create table dirty_documents (document integer primary key);
create table dirty_names     (key integer primary key);
create table dirty_entities  (entity integer primary key);
create table dirty_links     (document integer not null, local integer not null, primary key (document, local)) without rowid;  -- local -1: all
create table dirty_blocks    (key integer primary key);
-- In blocks that have findings: who came, went or changed since, and where it stood then.
create table dirty_members   (key integer not null, document integer not null, ordinal integer not null, was_there integer not null, place text not null, primary key (key, document, ordinal)) without rowid;
create table dirty_words     (document integer primary key);
create table dirty_copies    (document integer primary key);

-- Which code has filed all this: another one files it anew.
create table chronicle (rules text not null);
insert into chronicle (rules) values ('');

-- Documents that an earlier version has read brought no testimony: the next build reads them again.
update documents set rules = '';
update containers set rules = '';
