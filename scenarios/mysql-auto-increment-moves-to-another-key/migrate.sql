-- The index gets another name and one more column.
ALTER TABLE k ADD KEY k_counter (id, v), DROP KEY k_id;
