#!/bin/sh
# Makes the committed font subsets from their public sources. Needs npm, tar, python3 with fonttools (pyftsubset; 4.39 or
# newer) and the Debian package fonts-lxgw-wenkai. Nothing is downloaded but the three npm packages, at fixed versions whose
# digests are checked. Run it by `make fonts`; the results are committed, so a build never needs it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kai=${KAI:-/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf}

check() { printf '%s  %s\n' "$1" "$2" | sha256sum -c --quiet -; }

cd "$work"
npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-emoji@0.4.7 >/dev/null
for name in serif sans; do
	mkdir "$name"
	tar xzf "expo-google-fonts-noto-$name-sc-0.4.3.tgz" -C "$name" --strip-components 1
done
mkdir emoji
tar xzf expo-google-fonts-noto-emoji-0.4.7.tgz -C emoji --strip-components 1
check c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742 serif/400Regular/NotoSerifSC_400Regular.ttf
check 9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6 serif/700Bold/NotoSerifSC_700Bold.ttf
check d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16 sans/400Regular/NotoSansSC_400Regular.ttf
check 9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96 sans/700Bold/NotoSansSC_700Bold.ttf
check 24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504 emoji/400Regular/NotoEmoji_400Regular.ttf
check 4a3232c18f9c6312d34eb5b3ddc670c2060ff15f42d584c8aca331b6205c6ad9 emoji/700Bold/NotoEmoji_700Bold.ttf
check 0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59 expo-google-fonts-noto-sans-sc-0.4.3.tgz
check ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e expo-google-fonts-noto-serif-sc-0.4.3.tgz

# The characters: those of GB2312 or of GBK by their code tables, ASCII, and the signs that official texts and the
# screens use besides.
python3 - <<'EOF'
extra = ("".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u00a9\u00b0\u00b1\u00b2\u00b3\u00b5\u00b7\u00d7\u00f7\u3000"
         + "‘’“”…—–―‰′″※€£¥‐‑•‥" + "〔〕【】〖〗《》〈〉「」『』（）［］｛｝" + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
         + "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ" + "㎡㎞㎏㎜㎝㏄℃℉№" + "→←↑↓↔⇒" + "□■○●◎◇◆△▲▽▼☆★✓✔✕✗☑☐☒" + "〇〡〢〣々〃"
         # given names that GB2312 does not have
         + "堃喆镕珺玥昇淼焱犇垚燊頔翀彧祎旻昉珅瑄瑀珣珝琰璟瓒甯畯皓睿祐禛稹笪翊翙芃苡茗菡萱葳蕤蘅虓裎赟逄郄郗鄞鄢鋆锴闫陞雱霈靓韫颢飏骎骕骥鹮麒黹龑仝佟"
         + "冼厍呙啓嬴宓尕岑岽嵘弋怹恺戬敫昳晗晞晟曌朊枍栎楒樾歆毓汆沅泓洺浠涔涣湜滢漩潆澂澹濛灏炀炅炆煊熠燚爻牧犟猗玙珈珩珞珮琎琚琛琦琬琮瑗瑭瑾璇璐璎畑畲")
def table(low_lead, high_lead, low_trail, high_trail, codec):
    out = set()
    for a in range(low_lead, high_lead + 1):
        for b in range(low_trail, high_trail + 1):
            try:
                s = bytes([a, b]).decode(codec)
            except UnicodeDecodeError:
                continue
            out.update(c for c in s if not 0xE000 <= ord(c) <= 0xF8FF)
    return out
gb2312 = table(0xA1, 0xF7, 0xA1, 0xFE, "gb2312") | set(extra)
gbk = table(0x81, 0xFE, 0x40, 0xFE, "gbk") | gb2312
for name, chars in (("gb2312", gb2312), ("gbk", gbk)):
    with open(name + ".txt", "w", encoding="utf-8") as f:
        f.write("".join(sorted(chars)))
EOF

# The face that lends to the others has besides, for names of people and places, what Noto Serif SC has of the planes
# beyond the basic one (all of 通用规范汉字表 among it) and of the first extension what LXGW WenKai has too.
python3 - serif/400Regular/NotoSerifSC_400Regular.ttf "$kai" <<'EOF'
import sys
sys.path.insert(0, "/usr/lib/python3/dist-packages")
from fontTools.ttLib import TTFont
serif, kai = (TTFont(path).getBestCmap() for path in sys.argv[1:3])
gbk = set(open("gbk.txt", encoding="utf-8").read())
wide = gbk | {chr(c) for c in serif if c > 0xFFFF or 0x4E00 <= c <= 0x9FFF or 0x3400 <= c < 0x4DC0 and c in kai}
with open("wide.txt", "w", encoding="utf-8") as f:
    f.write("".join(sorted(wide)))
EOF

cut() { # source, characters, result
	pyftsubset "$1" --text-file="$2" --output-file="$here/$3" --layout-features= --no-hinting --notdef-outline \
		--name-IDs='*' --name-languages='*' --drop-tables+=GSUB,GPOS,BASE,GDEF,vhea,vmtx,VORG,DSIG,STAT,meta
}
cut sans/400Regular/NotoSansSC_400Regular.ttf gbk.txt sans-regular.ttf # removed below: the window has it as CFF
cut sans/700Bold/NotoSansSC_700Bold.ttf gb2312.txt sans-bold.ttf
cut serif/400Regular/NotoSerifSC_400Regular.ttf wide.txt serif-regular.ttf
cut serif/700Bold/NotoSerifSC_700Bold.ttf gb2312.txt serif-bold.ttf
cut "$kai" gb2312.txt kai.ttf

# The licence of LXGW WenKai reserves its names: the changed file carries another one. Dates are fixed so that the same
# sources give the same bytes.
python3 - "$here" <<'EOF'
import sys
sys.path.insert(0, "/usr/lib/python3/dist-packages")
from fontTools.ttLib import TTFont
here = sys.argv[1]
for name in ("sans-regular", "sans-bold", "serif-regular", "serif-bold", "kai"):
    path = f"{here}/{name}.ttf"
    font = TTFont(path, recalcTimestamp=False)
    if name == "kai":
        table = font["name"]
        table.names = [n for n in table.names if n.nameID in (0, 13, 14)]
        for id, text in ((1, "YDQ Kai"), (2, "Regular"), (3, "YDQ Kai Regular subset 1"), (4, "YDQ Kai Regular"), (6, "YDQKai-Regular")):
            table.setName(text, id, 3, 1, 0x409)
            table.setName(text, id, 1, 0, 0)
        table.names = [n for n in table.names if not (n.nameID == 0 and "Reserved" not in str(n) and False)]
    font.save(path)
EOF

python3 "$here/window_face.py" "$here/sans-regular.ttf" emoji/400Regular/NotoEmoji_400Regular.ttf "$here/window-regular.otf"
python3 "$here/window_face.py" "$here/sans-bold.ttf" emoji/700Bold/NotoEmoji_700Bold.ttf "$here/window-bold.otf"
rm "$here/sans-regular.ttf"

cp emoji/LICENSE_FONT "$here/OFL-NotoEmoji.txt"
cp sans/LICENSE_FONT "$here/OFL-NotoSansSC.txt"
cp serif/LICENSE_FONT "$here/OFL-NotoSerifSC.txt"
# The kai face: its copyright line from the font itself, the text of the licence as for the others.
python3 - "$here" <<'EOF'
import sys
sys.path.insert(0, "/usr/lib/python3/dist-packages")
from fontTools.ttLib import TTFont
here = sys.argv[1]
notice = TTFont(f"{here}/kai.ttf")["name"].getDebugName(0)
text = open(f"{here}/OFL-NotoSerifSC.txt", encoding="utf-8").read()
text = text[text.index("This Font Software is licensed"):]
with open(f"{here}/OFL-kai.txt", "w", encoding="utf-8") as f:
    f.write(f"{notice}\nWith Reserved Font Names “霞鹜” and “LXGW”. The file kai.ttf is a subset under the name YDQ Kai.\n\n{text}")
EOF
ls -l "$here"/*.ttf "$here"/*.otf
