-- Two roles for the new approval step.
ALTER TABLE roles ADD COLUMN can_approve boolean;
INSERT INTO roles (name, can_approve) VALUES ('approver', true), ('auditor', false);
