-- The same pieces as before (0006) in two thirds of the time: of most rows they are what writing costs. What separates was made a space
-- by search_runs, so that three bytes without one are three letters of ASCII.
create or replace function search_terms(given text, weight text) returns tsvector language plpgsql immutable strict parallel safe
as $$
declare
  chars text[] := string_to_array(public.search_runs(left(given, 30000)), null);
  ending text := ''':1' || weight || ' ';
begin
  return (
    select coalesce(string_agg(
      case when strpos(' #&+./:@_-', a) > 0 then ''
        when b is null or strpos(' #&+./:@_-', b) > 0 then '''' || a || ending
        else '''' || a || ending || '''' || a || b || ending end
      || case when octet_length(a || b || c) = 3 and strpos(a || b || c, ' ') = 0 then '''' || a || b || c || ending else '' end,
      ''), '')::tsvector
    from unnest(chars, chars[2:], chars[3:]) as at (a, b, c)
  );
end $$;
