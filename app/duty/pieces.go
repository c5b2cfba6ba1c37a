package duty

// Piece is a run of words that two texts share, or that only one of them has.
type Piece struct {
	Text    string
	Changed bool
}

// Pieces parts two texts into what they share and what only one has, so that the words changed can be marked. What is
// shared between two changes and shorter than two characters counts as changed: single characters that happen to meet
// make a text hard to read.
func Pieces(old, now string) (before, after []Piece) {
	a, b := []rune(old), []rune(now)
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	to := 0
	for to < len(a)-from && to < len(b)-from && a[len(a)-1-to] == b[len(b)-1-to] {
		to++
	}
	inA, inB := common(a[from:len(a)-to], b[from:len(b)-to])
	keptA, keptB := make([]bool, len(a)), make([]bool, len(b))
	for i := range from {
		keptA[i], keptB[i] = true, true
	}
	for i := range inA {
		keptA[from+inA[i]], keptB[from+inB[i]] = true, true
	}
	for i := range to {
		keptA[len(a)-1-i], keptB[len(b)-1-i] = true, true
	}
	return pieces(a, keptA), pieces(b, keptB)
}

// common are the places of a longest common run of characters in both, without those that stand alone.
func common(a, b []rune) (inA, inB []int) {
	best := make([][]uint16, len(a)+1) // longest from here on
	for i := range best {
		best[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			inA, inB = append(inA, i), append(inB, j)
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	next := func(k int) bool { return k > 0 && inA[k] == inA[k-1]+1 && inB[k] == inB[k-1]+1 }
	var keepA, keepB []int
	for k := range inA {
		if next(k) || k+1 < len(inA) && next(k+1) {
			keepA, keepB = append(keepA, inA[k]), append(keepB, inB[k])
		}
	}
	return keepA, keepB
}

func pieces(text []rune, kept []bool) []Piece {
	var out []Piece
	for i := 0; i < len(text); {
		k := i
		for k < len(text) && kept[k] == kept[i] {
			k++
		}
		out = append(out, Piece{string(text[i:k]), !kept[i]})
		i = k
	}
	return out
}
