-- Contracts are made with companies, which have taken over the numbers of their owners.
ALTER TABLE contracts DROP CONSTRAINT contracts_party_fk;
ALTER TABLE contracts ADD CONSTRAINT contracts_party_fk FOREIGN KEY (party_id) REFERENCES companies DEFERRABLE;
