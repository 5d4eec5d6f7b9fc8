-- The answers behind a grade of some period are a list.
create index survey_answer_by_answered_at on survey_answer (answered_at, id desc) include (state, naming);
