-- SPDX-License-Identifier: Apache-2.0
--@ before
CREATE TABLE words (id int PRIMARY KEY, "a b" varchar(10));
COMMENT ON COLUMN words."a b" IS 'stays';
