-- SPDX-License-Identifier: Apache-2.0
--@ partitioned
CREATE TABLE %v (%n integer, %m text) PARTITION BY LIST (%n);
CREATE TABLE %n.parts_1 PARTITION OF %v FOR VALUES IN (1);
INSERT INTO %v VALUES (1, 'a');
