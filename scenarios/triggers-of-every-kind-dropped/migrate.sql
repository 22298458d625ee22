-- Auditing moves into the application.
DROP TRIGGER a_touch ON docs;
DROP TRIGGER b_when ON docs;
DROP TRIGGER c_statement ON docs;
DROP TRIGGER d_disabled ON docs;
DROP TRIGGER e_replica ON docs;
DROP TRIGGER f_always ON docs;
DROP TRIGGER g_constraint ON docs;
DROP FUNCTION touch();
ALTER TABLE docs ALTER COLUMN title TYPE varchar(500);
