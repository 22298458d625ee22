-- Odd names change like plain ones.
ALTER TABLE `my ``odd`` table` DROP COLUMN `größe "ü"`, MODIFY `select` varchar(40), ADD COLUMN `order by` int;
ALTER TABLE `日本語` DROP FOREIGN KEY `fremd schlüssel`;
