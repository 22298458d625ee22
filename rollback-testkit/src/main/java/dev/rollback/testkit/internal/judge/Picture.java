// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.judge;

import java.util.Map;

/**
 * A database at a moment.
 *
 * @param structure definitions by what they define
 * @param tables rows by table, as in {@code public.people}
 */
public record Picture(Map<String, String> structure, Map<String, TableRows> tables) {}
