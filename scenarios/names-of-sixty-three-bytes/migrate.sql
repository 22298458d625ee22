-- Two tables whose names differ in the last byte only both lose something.
ALTER TABLE a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor
    DROP COLUMN c_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo, DROP COLUMN "ööööööööööööööööööööööööööööööö";
ALTER TABLE a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mos ALTER COLUMN parent TYPE bigint;
