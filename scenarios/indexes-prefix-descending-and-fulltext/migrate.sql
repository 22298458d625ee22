-- Search moves elsewhere, so its indexes go.
ALTER TABLE articles DROP INDEX a_title, DROP INDEX a_rank, DROP INDEX a_ft_title, ADD INDEX a_title (title(20));
ALTER TABLE articles DROP INDEX a_ft_both;
CREATE INDEX a_new ON articles (rank_no);
