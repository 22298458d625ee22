CREATE TABLE articles (id int NOT NULL PRIMARY KEY, title varchar(200) NOT NULL, body text, rank_no int, KEY a_title (title(10)), KEY a_rank (rank_no DESC, id), FULLTEXT KEY a_ft_title (title), FULLTEXT KEY a_ft_both (title, body));
INSERT INTO articles VALUES (1, 'On trees', 'Oaks and elms', 3), (2, 'On birds', NULL, NULL), (3, 'On fish', 'Carps', 1);
