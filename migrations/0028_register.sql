-- The register: which tag of a prefix is next, what takes which units of a rack, and each relation once.
create table asset_tag_counter (
  prefix text primary key,
  value int not null
);

-- Two things cannot stand in one place, whoever writes them.
create extension if not exists btree_gist;
alter table asset add column rack_units double precision;
alter table asset add constraint asset_rack_space
  exclude using gist (location with =, int4range(rack_unit::int, (rack_unit + rack_units)::int) with &&)
  where (rack_unit is not null and state not in ('disposed', 'lost'))
  deferrable initially deferred;

-- A connection is the same from both its ends.
create unique index asset_relation_connected_once on asset_relation (least("from", "to"), greatest("from", "to"))
  where state = 'standing' and kind = 'connects-to';
