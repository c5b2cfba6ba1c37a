package text

// reading is where a reading in brackets ends that some pages put after rare characters, 關(guān)于; i where none
// begins at i. A reading is a syllable with a tone mark.
func reading(raw []rune, i int) int {
	if i == 0 || !Han(raw[i-1]) {
		return i
	}
	toned := false
	for k := i + 1; k < len(raw) && k < i+10; k++ {
		switch r := raw[k]; {
		case r == ')' || r == '）':
			if toned {
				return k + 1
			}
			return i
		case r == ' ' || r >= 'a' && r <= 'z':
		case r >= 0x00E0 && r <= 0x01DC:
			toned = true
		default:
			return i
		}
	}
	return i
}
