-- Schema 8. What the office says on its papers in place of the program's sentences (本单位的措辞). The record holds every
-- change, so that a paper's version of the wording can be found again.

CREATE TABLE wording (
  id     TEXT NOT NULL PRIMARY KEY, -- name of the sentence
  record TEXT NOT NULL
) STRICT;
