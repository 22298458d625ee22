// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

/** System catalogs by their oids, which are the same in every version. */
enum PostgresClass {
    TYPE(1247),
    ROUTINE(1255),
    RELATION(1259),
    DEFAULT_ACL(826),
    CONSTRAINT(2606),
    NAMESPACE(2615),
    RULE(2618),
    TRIGGER(2620),
    EXTENSION(3079),
    POLICY(3256),
    STATISTICS(3381),
    COLLATION(3456),
    PUBLICATION(6104),
    PUBLICATION_TABLE(6106);

    final long oid;

    PostgresClass(long oid) {
        this.oid = oid;
    }
}
