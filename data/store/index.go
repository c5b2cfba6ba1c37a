package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"yidanqing/app/ledger"
)

// The index of a search (检索索引) is an FTS5 table without content, whose terms are made here: FTS5's own trigrams do not
// find a word of two characters, which most Chinese words are.
//
// A text of n characters gives n terms of two characters each, the last with the end of the text, in their order; then
// each of its characters once; then the ledger number. A word of two and more characters stands in the text exactly where
// its pairs follow one another, which is what FTS5 calls a phrase; so what is found is what reading all texts would find.
//
// A character is four digits of base 36, which holds all of Unicode and leaves the tokenizer nothing to fold or to split:
// a pair has eight digits, a single character four, a ledger number eleven.

// textEnd stands behind the last character of a text. No word that is looked for holds it.
const textEnd = '\n'

// placeOf is where a notice stands in the order of the ledger; places of the same number differ below samePlace.
func placeOf(year, no int) int { return (year*10_000_000 + no) * samePlace }

const samePlace = 100_000

func appendTerm(b []byte, characters ...rune) []byte {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	for _, r := range characters {
		b = append(b, digits[r/(36*36*36)%36], digits[r/(36*36)%36], digits[r/36%36], digits[r%36])
	}
	return append(b, ' ')
}

func numberTerm(no int) string { return fmt.Sprintf("n%010d", no) }

// indexTerms are the terms of a notice with folded words.
func indexTerms(words string, no int) string {
	text := append([]rune(words), textEnd)
	b := make([]byte, 0, 10*len(text))
	for i := range len(text) - 1 {
		b = appendTerm(b, text[i], text[i+1])
	}
	seen := make(map[rune]bool)
	for _, r := range text[:len(text)-1] {
		if !seen[r] {
			seen[r] = true
			b = appendTerm(b, r)
		}
	}
	return string(b) + numberTerm(no)
}

// matchWord asks the index for a folded word that is not empty; a number is looked for among the ledger numbers too.
func matchWord(folded string) string {
	text := []rune(folded)
	b := []byte{'"'}
	if len(text) == 1 {
		b = appendTerm(b, text[0])
	}
	for i := range len(text) - 1 {
		b = appendTerm(b, text[i], text[i+1])
	}
	phrase := string(append(b, '"'))
	if no, err := strconv.Atoi(folded); err == nil && no > 0 {
		return "(" + phrase + " OR " + numberTerm(no) + ")"
	}
	return phrase
}

// matchWords asks the index for all words; empty where nothing is looked for.
func matchWords(words string) string {
	var parts []string
	for _, word := range strings.Fields(words) {
		if folded := foldWords(word); folded != "" {
			parts = append(parts, matchWord(folded))
		}
	}
	return strings.Join(parts, " AND ")
}

// index writes the words of a notice and the terms of those that changed.
func (p *projector) index(ctx context.Context, n ledger.Notice) error {
	var place int
	if err := p.tx.QueryRowContext(ctx, "SELECT place FROM notice WHERE id = ?", n.ID).Scan(&place); err != nil {
		return err
	}
	var before string
	now := words(n)
	switch err := p.tx.QueryRowContext(ctx, "SELECT words FROM notice_words WHERE id = ?", n.ID).Scan(&before); {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	case before == now:
		return nil
	default:
		_, err := p.tx.ExecContext(ctx, "INSERT INTO notice_index (notice_index, rowid, terms) VALUES ('delete', ?, ?)", place, indexTerms(before, n.No))
		if err != nil {
			return err
		}
	}
	if err := p.put(ctx, "notice_words", "words", n.ID, now); err != nil {
		return err
	}
	return putTerms(ctx, p.tx, place, now, n.No)
}

func putTerms(ctx context.Context, tx *sql.Tx, place int, words string, no int) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO notice_index (rowid, terms) VALUES (?, ?)", place, indexTerms(words, no))
	return err
}

// emptyIndex takes all terms out.
func emptyIndex(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO notice_index (notice_index) VALUES ('delete-all')")
	return err
}

// indexDigest is a digest of all terms, in how many notices and how often each stands.
func indexDigest(ctx context.Context, db querier) (sum [sha256.Size]byte, err error) {
	rows, err := db.QueryContext(ctx, "SELECT term, doc, cnt FROM notice_term")
	if err != nil {
		return sum, err
	}
	h := sha256.New()
	err = eachRow(rows, func(v []any) { fmt.Fprintln(h, v...) })
	return [sha256.Size]byte(h.Sum(nil)), err
}

// indexPart is how many notices are indexed in one transaction: what a kill loses.
const indexPart = 500

// unindexed tells whether the index does not hold all notices yet, and the place up to which it does.
func unindexed(ctx context.Context, db querier) (due bool, after int, err error) {
	err = db.QueryRowContext(ctx, "SELECT CAST(value AS INTEGER) FROM machine WHERE key = ?", keyUnindexed).Scan(&after)
	if errors.Is(err, sql.ErrNoRows) {
		return false, 0, nil
	}
	return err == nil, after, err
}

func countNotices(ctx context.Context, db querier) (n int, err error) {
	return n, db.QueryRowContext(ctx, "SELECT count(*) FROM notice").Scan(&n)
}

// indexOnce makes the terms of a ledger that a version without an index wrote, part by part. What a part has made stays, so
// that a start that was ended is gone on with by the next one.
func (s *Store) indexOnce(ctx context.Context) error {
	due, after, err := unindexed(ctx, s.writer)
	if err != nil || !due {
		return err
	}
	var done, total int
	err = s.writer.QueryRowContext(ctx, "SELECT coalesce(sum(place <= ?), 0), count(*) FROM notice", after).Scan(&done, &total)
	if err != nil {
		return err
	}
	s.upgrade(done, total)
	for {
		n := 0
		err := s.inTx(ctx, func(tx *sql.Tx) error {
			if after, n, err = indexAfter(ctx, tx, after); err != nil {
				return err
			}
			if n < indexPart {
				_, err := tx.ExecContext(ctx, "DELETE FROM machine WHERE key = ?", keyUnindexed)
				return err
			}
			return setMachine(ctx, tx, keyUnindexed, strconv.Itoa(after))
		})
		if err != nil {
			return err
		}
		done += n
		s.upgrade(done, total)
		if n < indexPart {
			return nil
		}
	}
}

// indexAfter makes the terms of the notices behind a place, at most indexPart of them, and gives the last one's place. The
// texts are read before: a statement cannot write while another of the same connection still reads.
func indexAfter(ctx context.Context, tx *sql.Tx, after int) (last, n int, err error) {
	type text struct {
		place, no int
		words     string
	}
	rows, err := tx.QueryContext(ctx, `SELECT n.place, n.no, w.words FROM notice n JOIN notice_words w ON w.id = n.id
		WHERE n.place > ? ORDER BY n.place LIMIT ?`, after, indexPart)
	if err != nil {
		return after, 0, err
	}
	var texts []text
	for rows.Next() {
		var t text
		if err := rows.Scan(&t.place, &t.no, &t.words); err != nil {
			return after, 0, errors.Join(err, rows.Close())
		}
		texts = append(texts, t)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return after, 0, err
	}
	for _, t := range texts {
		if err := putTerms(ctx, tx, t.place, t.words, t.no); err != nil {
			return after, 0, err
		}
		after = t.place
	}
	return after, len(texts), nil
}
