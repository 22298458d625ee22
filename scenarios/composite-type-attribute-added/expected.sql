-- Values with one attribute more are no values of the old type: old rows fall back to the backup, new ones stay out.
SELECT nextval('bills_id_seq');
DELETE FROM bills WHERE id = 2;
