// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

/** Which edge a row is at. */
public enum Style {
    PLAIN,
    LOW,
    HIGH,
    ODD,
    NULLS
}
