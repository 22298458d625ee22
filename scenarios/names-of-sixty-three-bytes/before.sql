CREATE TABLE a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor (
    a_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo serial,
    b_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo text,
    c_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo integer DEFAULT 3,
    "ööööööööööööööööööööööööööööööö" text,
    CONSTRAINT a_key_name_that_is_exactly_sixty_three_bytes_long_no_byte_more_ PRIMARY KEY (a_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo)
);
CREATE TABLE a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mos (
    id integer PRIMARY KEY,
    parent integer REFERENCES a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor ON DELETE CASCADE
);
CREATE INDEX an_index_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo
    ON a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor (c_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo);
INSERT INTO a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor
    (b_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo, c_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo)
SELECT 'b' || i, i FROM generate_series(1, 6) i;
INSERT INTO a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mos SELECT i, i FROM generate_series(1, 4) i;
