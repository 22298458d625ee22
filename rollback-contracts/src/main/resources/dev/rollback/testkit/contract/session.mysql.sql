-- SPDX-License-Identifier: Apache-2.0
--@ change
SET lock_wait_timeout = 77;
SET innodb_lock_wait_timeout = 33;
SET time_zone = '+09:00';
SET sql_mode = 'ANSI_QUOTES';
SET foreign_key_checks = 0;
--@ settings
SELECT @@lock_wait_timeout;
SELECT @@innodb_lock_wait_timeout;
SELECT @@time_zone;
SELECT @@sql_mode;
SELECT @@foreign_key_checks;
SELECT @@autocommit;
SELECT database();
