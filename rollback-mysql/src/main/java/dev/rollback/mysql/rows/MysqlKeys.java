// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;

/** Which columns can be found by an index of ours. */
final class MysqlKeys {
    /** Characters of four bytes in 3072 bytes of an index, for some columns together. */
    private static final int LONGEST = 190;

    private MysqlKeys() {}

    static boolean canBeIndexed(Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        boolean wide = type.is(Family.TEXT) || type.is(Family.BINARY);
        return !type.isLarge() && (!wide || type.length() <= LONGEST);
    }
}
