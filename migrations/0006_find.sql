-- Finding: every record's table keeps the terms of its searched fields, and PostgreSQL keeps them true. Text is cut into
-- pieces so short that any part of it can be found by its own pieces: one and two characters of Chinese (and any other
-- script), one to three of Latin letters and digits.

-- A text as it is compared: half width, small letters, no accents, nothing unseen; then only runs of one script, a space
-- between them. Signs within a code stay (10.1.2.3, order-gateway). Decomposed first (NFKD) and each character by itself,
-- so that a part of a text becomes the part of what the text becomes.
create function search_runs(given text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(regexp_replace(regexp_replace(
    lower(regexp_replace(normalize(given, nfkd), '[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]', '', 'g')),
    -- What separates: all of ASCII but letters, digits and #&+-./:@_, and the punctuation beyond it.
    '[\u0001-\u0022\u0024\u0025\u0027-\u002a\u002c\u003b-\u003f\u005b-\u005e\u0060\u007b-\u00bf\u00d7\u00f7'
      || '\u2000-\u206f\u3000-\u3004\u3008-\u3020\u3030\u30fb]+', ' ', 'g'),
    '(?<![a-z0-9])[-#&+./:@_]|[-#&+./:@_](?![a-z0-9])', ' ', 'g'),
    '(?<=[a-z0-9])(?=[^\u0001-\u007f])|(?<=[^\u0001-\u007f])(?=[a-z0-9])', ' ', 'g')
$$;

-- The pieces of a text, all with one weight: A for what names a record, B for the rest. Of a text of more than 30,000
-- characters the beginning counts, so that no text is too long for a tsvector. (Names are in full, for a restore from a
-- dump looks for nothing by itself.)
create function search_terms(given text, weight text) returns tsvector language plpgsql immutable strict parallel safe
as $$
declare
  chars text[] := string_to_array(public.search_runs(left(given, 30000)), null);
begin
  return (
    select coalesce(string_agg('''' || piece || ''':1' || weight, ' '), '')::tsvector
    from unnest(chars, chars[2:], chars[3:]) as at (a, b, c),
      lateral (values (a), (a || b), (a || b || c)) as cut (piece)
    where piece ~ '^([^ #&+./:@_-]{1,2}|[\u0021-\u007f]{3})$'
  );
end $$;

-- What is looked for, as pieces that must all be there: of each run the longest there are of its script. Null when nothing
-- is left to look for. Within ':A': only in what names a record.
create function search_query(given text, within text default '') returns tsquery
language plpgsql immutable strict parallel safe as $$
begin
  return (
    select string_agg(distinct '''' || substring(run, i, size) || '''' || within, ' & ')::tsquery
    from string_to_table(public.search_runs(given), ' ') as run,
      lateral (select case when run ~ '^[\u0001-\u007f]' then 3 else 2 end) as of (size),
      lateral generate_series(1, greatest(length(run) - size + 1, 1)) as i
    where run <> ''
  );
end $$;
