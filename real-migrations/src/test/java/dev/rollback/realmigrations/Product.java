// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import dev.rollback.testservers.MysqlDump;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysql;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestPostgres;

/** Where chains run. */
enum Product {
    POSTGRESQL("PostgreSQL", Words.POSTGRESQL) {
        @Override
        TrialDatabase freshDatabase() {
            TestDatabase database = TestPostgres.shared().freshDatabase();
            return new TrialDatabase(
                    database.dataSource(),
                    "migration_backup",
                    () -> PgDump.schema(database, "public"),
                    database::close);
        }
    },
    MYSQL("MySQL", Words.MYSQL) {
        @Override
        TrialDatabase freshDatabase() {
            return onMysql(TestMysql.shared());
        }
    },
    MARIADB("MariaDB", Words.MYSQL) {
        @Override
        TrialDatabase freshDatabase() {
            return onMysql(TestMariaDb.shared());
        }
    },
    H2("H2", Words.H2) {
        @Override
        TrialDatabase freshDatabase() {
            return H2InMemory.freshDatabase();
        }
    };

    private final String title;
    private final Words words;

    Product(String title, Words words) {
        this.title = title;
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** An empty database with its judge, the product's own dump program. */
    abstract TrialDatabase freshDatabase();

    @Override
    public String toString() {
        return title;
    }

    /** The position of AUTO_INCREMENT is no structure. */
    private static TrialDatabase onMysql(TestMysqlServer server) {
        TestDatabase database = server.freshDatabase();
        String backups = database.name() + "_backup";
        return new TrialDatabase(
                database.dataSource(),
                backups,
                () -> MysqlDump.schema(database).replaceAll(" AUTO_INCREMENT=\\d+", ""),
                () -> {
                    database.execute("DROP DATABASE IF EXISTS " + backups);
                    database.close();
                });
    }
}
