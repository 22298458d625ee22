// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import static dev.rollback.realmigrations.Product.H2;
import static dev.rollback.realmigrations.Product.MARIADB;
import static dev.rollback.realmigrations.Product.MYSQL;
import static dev.rollback.realmigrations.Product.POSTGRESQL;

import dev.rollback.testkit.FlywayMigrations;
import dev.rollback.testkit.LiquibaseMigrations;
import dev.rollback.testkit.MigrationSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Somebody's migrations, where they come from, and the products that they are written for. */
enum Chain {
    CAMUNDA("Camunda 7.16 to 7.24", POSTGRESQL, MYSQL, H2) {
        @Override
        MigrationSource on(Product product) {
            return changelog("org/camunda/bpm/engine/db/liquibase/camunda-changelog.xml");
        }
    },
    CONDUCTOR("Conductor 3.15", POSTGRESQL, MYSQL) {
        @Override
        MigrationSource on(Product product) {
            return scripts("V", ALL, product == POSTGRESQL ? "db/migration_postgres" : "db/migration");
        }
    },
    /** The later ones need Java migrations of DSpace's own in between. */
    DSPACE("DSpace 1.1 to 5.0", POSTGRESQL, H2) {
        @Override
        MigrationSource on(Product product) {
            return scripts(
                    "V",
                    "5.0.2014.08.08",
                    "org/dspace/storage/rdbms/sqlmigration/" + (product == POSTGRESQL ? "postgres" : "h2"));
        }
    },
    FLOWABLE("Flowable CMMN 6.8", POSTGRESQL, MYSQL, MARIADB, H2) {
        @Override
        MigrationSource on(Product product) {
            return changelog("org/flowable/cmmn/db/liquibase/flowable-cmmn-db-changelog.xml");
        }
    },
    HAWKBIT("hawkBit 0.2.5", MYSQL, MARIADB, H2) {
        @Override
        MigrationSource on(Product product) {
            MigrationSource scripts = scripts("V", ALL, "db/migration/" + (product == H2 ? "H2" : "MYSQL"));
            return product == H2 ? inMysqlMode(scripts) : scripts;
        }
    },
    JOBRUNR("JobRunr 7.5", POSTGRESQL, MYSQL, MARIADB, H2) {
        @Override
        MigrationSource on(Product product) {
            String own = product == POSTGRESQL ? "postgres" : product.name().toLowerCase(Locale.ROOT);
            return scripts(
                    "v",
                    ALL,
                    "org/jobrunr/storage/sql/common/migrations",
                    "org/jobrunr/storage/sql/" + own + "/migrations");
        }
    },
    KOGITO("Kogito Data Index 10.1", POSTGRESQL) {
        @Override
        MigrationSource on(Product product) {
            return scripts("V", ALL, "kie-flyway/db/data-index/postgresql");
        }
    },
    TRINO_GATEWAY("Trino Gateway 21", POSTGRESQL, MYSQL) {
        @Override
        MigrationSource on(Product product) {
            return scripts("V", ALL, product.name().toLowerCase(Locale.ROOT));
        }
    },
    /** Its scripts, without its Java migrations, which are made for a Flyway of long ago; MySQL 8 does not take its names. */
    UAA("UAA 4.10", POSTGRESQL, MARIADB) {
        @Override
        MigrationSource on(Product product) {
            MigrationSource scripts = scripts(
                    "V", ALL, "org/cloudfoundry/identity/uaa/db/" + (product == POSTGRESQL ? "postgresql" : "mysql"));
            return product == MARIADB ? withLettersOfThreeBytes(scripts) : scripts;
        }
    };

    private static final String ALL = "latest";

    private final String title;
    private final List<Product> products;

    Chain(String title, Product... products) {
        this.title = title;
        this.products = List.of(products);
    }

    List<Product> products() {
        return products;
    }

    abstract MigrationSource on(Product product);

    @Override
    public String toString() {
        return title;
    }

    /** With four a letter, rows are longer than the server takes. */
    private static MigrationSource withLettersOfThreeBytes(MigrationSource source) {
        return after("ALTER DATABASE CHARACTER SET utf8mb3", source);
    }

    /** Words that H2 knew in every mode once. */
    private static MigrationSource inMysqlMode(MigrationSource source) {
        return after("SET MODE MySQL", source);
    }

    private static MigrationSource after(String sql, MigrationSource source) {
        return (dataSource, rollback) -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return source.on(dataSource, rollback);
        };
    }

    private static MigrationSource changelog(String path) {
        return LiquibaseMigrations.of(path);
    }

    /**
     * A script of a later folder takes the place of its namesake. Indexes may be made concurrently. Flyway's table is there before the
     * first script, as the dump programs tell of it.
     */
    private static MigrationSource scripts(String prefix, String last, String... folders) {
        return (dataSource, rollback) -> {
            configure(Flyway.configure(), prefix).dataSource(dataSource).load().migrate();
            return FlywayMigrations.configured(
                            flyway -> configure(flyway, prefix, folders).target(last))
                    .on(dataSource, rollback);
        };
    }

    private static FluentConfiguration configure(FluentConfiguration flyway, String prefix, String... folders) {
        return flyway.configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .locations(new String[0])
                .resourceProvider(new JarScripts(List.of(folders)))
                .sqlMigrationPrefix(prefix)
                .placeholderReplacement(false);
    }
}
