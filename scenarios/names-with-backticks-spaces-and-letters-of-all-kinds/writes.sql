INSERT INTO `my ``odd`` table` VALUES (3, 'c', 3, 3);
UPDATE `my ``odd`` table` SET `select` = 'two' WHERE `the id` = 2;
INSERT INTO `日本語` VALUES (3, 3);
DELETE FROM `日本語` WHERE `番号` = 1;
