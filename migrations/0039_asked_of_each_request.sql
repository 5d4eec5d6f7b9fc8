-- Whoever closes a second request is asked about that one too: an invitation is one of its survey, its person and what was closed.
drop index survey_answer_one;
create unique index survey_answer_one on survey_answer (survey, person, incident, request) nulls not distinct;
