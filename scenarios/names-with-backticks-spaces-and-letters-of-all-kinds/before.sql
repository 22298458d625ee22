CREATE TABLE `my ``odd`` table` (`the id` int NOT NULL, `größe "ü"` int, `select` varchar(10), `a.b` int, PRIMARY KEY (`the id`), KEY `ke``y` (`größe "ü"`), CONSTRAINT `che``ck` CHECK (`a.b` > 0));
CREATE TABLE `日本語` (`番号` int NOT NULL PRIMARY KEY, `the parent` int, CONSTRAINT `fremd schlüssel` FOREIGN KEY (`the parent`) REFERENCES `my ``odd`` table` (`the id`));
INSERT INTO `my ``odd`` table` VALUES (1, 1, 'a', 1), (2, NULL, NULL, NULL);
INSERT INTO `日本語` VALUES (1, 1), (2, NULL);
