-- What is new is put into the indexes of the search by handfuls instead of piece by piece: a row costs a sixth, and a search looks
-- through 64 kB more at most.
do $$
declare
  one regclass;
begin
  for one in select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relname like '%\_search' and 'fastupdate=off' = any(c.reloptions)
  loop
    execute format('alter index %s reset (fastupdate)', one);
    execute format('alter index %s set (gin_pending_list_limit = 64)', one);
  end loop;
end $$;
