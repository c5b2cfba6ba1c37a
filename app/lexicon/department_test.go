package lexicon_test

import "testing"

// TestOneBodyUnderAllItsNames puts names of one body under one key, and keeps apart what only sounds alike.
func TestOneBodyUnderAllItsNames(t *testing.T) {
	l := mustRead(t)
	const county = "清河县"
	for _, same := range [][]string{
		{"清河县住房和城乡建设局", "县住建局", "住建局", "清河县住建局", "清河县住房和城乡建设局燃气股", "本县住建局"},
		{"清河县市场监督管理局", "县市场监管局", "县工商局", "清河县质量技术监督局", "市场监管局"},
		{"清河县应急管理局", "县安监局", "县应急局"},
		{"清河县公安局", "县公安局交警大队", "清河县公安局交通警察大队"},
		{"中共清河县委组织部", "县委组织部", "清河县委组织部"},
		{"清河县城市管理和综合执法局", "县城管执法局", "县城管局", "县综合行政执法局"},
		{"县生态环境分局", "临江市生态环境局清河分局", "县环保局"},
		{"县妇联", "清河县妇女联合会"},
		{"县第三中学", "清河县第三中学"},
		{"县防汛抗旱指挥部", "县防指", "清河县防汛抗旱指挥部办公室", "县防办"},
		{"县安全生产委员会办公室", "县安委办", "县安委会"},
		{"县供电公司", "县供电公司柳河营业所", "清河县供电公司线路班"},
		{"县融媒体中心", "县广播电视台"},
	} {
		for _, n := range same[1:] {
			if a, b := l.Identify(same[0], county), l.Identify(n, county); a.Key != b.Key || a.Key == "" {
				t.Errorf("%s is %q, %s is %q", same[0], a.Key, n, b.Key)
			}
		}
	}
	seen := map[string]string{}
	for _, n := range []string{"县住建局", "市住房和城乡建设局", "临江市住建局", "省住房和城乡建设厅", "县财政局", "柳河镇财政所", "县第三中学", "县第一中学",
		"中国农业银行清河支行", "中国工商银行清河支行", "县燃气安全整治工作专班", "县防汛工作专班", "县委", "县政府", "县委办公室", "县人民政府办公室", "柳河镇人民政府", "白杨镇人民政府", "某个单位"} {
		k := l.Identify(n, county).Key
		if was, ok := seen[k]; ok {
			t.Errorf("%s and %s are both %q", was, n, k)
		}
		seen[k] = n
	}
	if k := l.Identify(" ", county); k.Key != "" {
		t.Errorf("nobody is %q", k.Key)
	}
	for name, want := range map[string]string{"县公安局": "县公安局", "清河县公安局交警大队": "清河县公安局", "县交警大队": "", "县住建局": "县住建局", "县财政局农业股": "县财政局",
		"县第三中学": "县第三中学", "县妇联": "县妇联", "县妇联权益部": "县妇联", "县防指": "县防指", "临江市生态环境局清河分局": "临江市生态环境局清河分局", "县残疾人就业服务中心": ""} {
		id := l.Identify(name, county)
		if id.Whole != (want != "") || id.Whole && id.Name != want || !id.Whole && id.Name != name {
			t.Errorf("%s is %q, whole %t", name, id.Name, id.Whole)
		}
	}
	if a, b := l.Identify("市住建局", ""), l.Identify("县住建局", ""); a.Key == b.Key {
		t.Errorf("without a county, both are %q", a.Key)
	}
	if a, b := l.Identify("市住建局", "河阳市"), l.Identify("河阳市住房和城乡建设局", "河阳市"); a.Key != b.Key {
		t.Errorf("in a city: %q, %q", a.Key, b.Key)
	}
	if a, b := l.Identify("市监局", "河阳市"), l.Identify("河阳市市场监管局", "河阳市"); a.Key != b.Key {
		t.Errorf("市监局 is read as 市 and 监局: %q, %q", a.Key, b.Key)
	}
}
