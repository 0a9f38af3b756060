-- What documents give as figures of indicators. Numbers are exact decimals as text, with a point and no exponent: SQLite's own
-- numbers would round them; value_real is for sorting and comparing alone.
create table figures (
  document       integer not null references documents (id) on delete cascade,
  ordinal        integer not null,          -- among all claims of the document, events too
  mention        integer not null,          -- ordinal of the QUANTITY mention
  rule           text    not null,
  status         text    not null,          -- asserted, planned …
  indicator      text    not null,          -- as written, on one line
  indicator_key  text    not null,          -- the same for all spellings
  measure        text    not null,          -- level, growth, change, multiple, ratio, share, ofPlan
  turn           text    not null,          -- rise, fall, or empty
  scope          text    not null,          -- as written; empty when not told
  scope_folded   text    not null,          -- without marks and case
  scope_implied  integer not null,
  period         text    not null,          -- EDTF, or empty
  earliest       integer,                   -- first and last day that can be meant, days from 1970-01-01; null without a period
  latest         integer,
  period_implied integer not null,
  value          text,                      -- null where only an order of magnitude is said
  value_real     real,
  value_to       text,
  whole          text,                      -- of a fraction: 187 for 156/187
  magnitude      integer,
  unit           text    not null,
  mod            text    not null,          -- as TIMEX3 writes it, or empty
  relation       text    not null,          -- how it stands to its base, or empty
  base           text    not null,
  base_period    text    not null,
  base_value     text,
  base_unit      text    not null,
  text           text    not null,          -- the figure's words, on one line
  start          integer not null,
  "end"          integer not null,
  line           integer not null,
  page           integer,
  cell_table     integer,                   -- the cell of a table; null outside tables
  cell_row       integer,
  cell_column    integer,
  total          integer not null,          -- whether the row or column holds totals
  relations      text    not null,          -- JSON [{"kind","of","over","period","whole","parts"}, …]; of, over and parts are ordinals of mentions
  evidence       text    not null,          -- JSON [[start, end], …], the sentence or cell first
  primary key (document, ordinal)
) without rowid;
create index figures_series on figures (indicator_key, scope_folded, earliest);

-- Documents that an earlier version has read have no figures yet: the next build reads them again.
update documents set rules = '';
update containers set rules = '';
