-- Times are checked by the application.
ALTER TABLE stays DROP CONSTRAINT stays_room_fk;
ALTER TABLE rooms DROP CONSTRAINT rooms_pk;
