-- Table, sequence, keys and indexes follow the new naming rules.
ALTER TABLE member RENAME TO members;
ALTER SEQUENCE member_id_seq RENAME TO members_id_seq;
ALTER TABLE members RENAME CONSTRAINT member_pkey TO members_pkey;
ALTER TABLE members RENAME CONSTRAINT member_code_key TO members_code_uq;
ALTER TABLE members RENAME CONSTRAINT member_joined_check TO members_joined_ck;
ALTER INDEX member_joined_idx RENAME TO members_joined_ix;
ALTER TABLE members RENAME COLUMN joined TO joined_on;
