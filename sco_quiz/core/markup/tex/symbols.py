"""The symbols of formulas: every command of TeX that MathJax knows in all programs of Anki, and its character."""


def _table(pairs: str) -> dict[str, str]:
    """Map commands to characters, from both in turn."""
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS = _table("""
Box ◻ Delta Δ Diamond ◊ Finv Ⅎ Game ⅁ Gamma Γ Im ℑ Lambda Λ Omega Ω Phi Φ Pi Π Psi Ψ Re ℜ S § Sigma Σ Theta Θ
Upsilon Υ Xi Ξ aleph ℵ alpha α angle ∠ backprime ‵ backslash ∖ beta β beth ℶ bigstar ★ blacklozenge ⧫ blacksquare ◼
blacktriangle ▴ blacktriangledown ▾ bot ⊥ checkmark ✓ chi χ circledR ® circledS Ⓢ clubsuit ♣ complement ∁ daleth ℸ
delta δ diagdown ╲ diagup ╱ diamondsuit ♢ digamma ϝ ell ℓ emptyset ∅ epsilon ϵ eta η eth ð exists ∃ flat ♭ forall ∀
gamma γ gimel ℷ hbar ℏ heartsuit ♡ hslash ℏ imath ı infty ∞ iota ι jmath ȷ kappa κ lambda λ lnot ¬ lozenge ◊ maltese
✠ measuredangle ∡ mho ℧ mu μ nabla ∇ natural ♮ neg ¬ nexists ∄ nu ν omega ω omicron ο partial ∂ phi ϕ pi π prime ′
psi ψ rho ρ sharp ♯ sigma σ spadesuit ♠ sphericalangle ∢ tau τ theta θ top ⊤ triangledown ▽ upsilon υ varDelta Δ
varGamma Γ varLambda Λ varOmega Ω varPhi Φ varPi Π varPsi Ψ varSigma Σ varTheta Θ varUpsilon Υ varXi Ξ varepsilon ε
varkappa ϰ varnothing ∅ varphi φ varpi ϖ varrho ϱ varsigma ς vartheta ϑ wp ℘ xi ξ yen ¥ zeta ζ triangle △ square ◻
""")
"""Symbols that are used like letters."""

OPERATORS = _table(r"""
Bumpeq ≎ Cap ⋒ Coloneqq ⩴ Cup ⋓ Doteq ≑ Downarrow ⇓ Join ⋈ Leftarrow ⇐ Leftrightarrow ⇔ Lleftarrow ⇚ Longleftarrow ⟸
Longleftrightarrow ⟺ Longrightarrow ⟹ Lsh ↰ Rightarrow ⇒ Rrightarrow ⇛ Rsh ↱ Subset ⋐ Supset ⋑ Uparrow ⇑ Updownarrow
⇕ Vdash ⊩ Vert ‖ Vvdash ⊪ amalg ⨿ approx ≈ approxeq ≊ ast ∗ asymp ≍ backepsilon ∍ backsim ∽ backsimeq ⋍ barwedge ⊼
because ∵ between ≬ bigcap ⋂ bigcirc ◯ bigcup ⋃ bigodot ⨀ bigoplus ⨁ bigotimes ⨂ bigsqcup ⨆ bigtriangledown ▽
bigtriangleup △ biguplus ⨄ bigvee ⋁ bigwedge ⋀ blacktriangleleft ◂ blacktriangleright ▸ bowtie ⋈ boxdot ⊡ boxminus ⊟
boxplus ⊞ boxtimes ⊠ bullet ∙ bumpeq ≏ cap ∩ cdot ⋅ cdotp ⋅ cdots ⋯ centerdot ⋅ circ ∘ circeq ≗ circlearrowleft ↺
circlearrowright ↻ circledast ⊛ circledcirc ⊚ circleddash ⊝ colon : coloneqq ≔ cong ≅ coprod ∐ cup ∪ curlyeqprec ⋞
curlyeqsucc ⋟ curlyvee ⋎ curlywedge ⋏ curvearrowleft ↶ curvearrowright ↷ dagger † dashleftarrow ⇠ dashrightarrow ⇢
dashv ⊣ ddagger ‡ ddots ⋱ diamond ⋄ div ÷ divideontimes ⋇ doteq ≐ doteqdot ≑ dotplus ∔ dots … dotsb ⋯ dotsc … dotsi
⋯ dotsm ⋯ dotso … doublebarwedge ⩞ downarrow ↓ downdownarrows ⇊ downharpoonleft ⇃ downharpoonright ⇂ eqcirc ≖
eqqcolon ≕ eqsim ≂ eqslantgtr ⪖ eqslantless ⪕ equiv ≡ fallingdotseq ≒ frown ⌢ ge ≥ geq ≥ geqq ≧ geqslant ⩾ gets ← gg
≫ ggg ⋙ gggtr ⋙ gnapprox ⪊ gneq ⪈ gneqq ≩ gnsim ⋧ gt > gtrapprox ⪆ gtrdot ⋗ gtreqless ⋛ gtreqqless ⪌ gtrless ≷
gtrsim ≳ gvertneqq ≩ hookleftarrow ↩ hookrightarrow ↪ iff ⟺ iiiint ⨌ iiint ∭ iint ∬ impliedby ⟸ implies ⟹ in ∈ int ∫
intercal ⊺ lVert ‖ land ∧ langle ⟨ lbrace { lbrack [ lceil ⌈ ldotp . ldots … le ≤ leadsto ⇝ leftarrow ←
leftarrowtail ↢ leftharpoondown ↽ leftharpoonup ↼ leftleftarrows ⇇ leftrightarrow ↔ leftrightarrows ⇆
leftrightharpoons ⇋ leftrightsquigarrow ↭ leftthreetimes ⋋ leq ≤ leqq ≦ leqslant ⩽ lessapprox ⪅ lessdot ⋖ lesseqgtr
⋚ lesseqqgtr ⪋ lessgtr ≶ lesssim ≲ lfloor ⌊ lgroup ⟮ lhd ⊲ ll ≪ llcorner ⌞ lll ⋘ llless ⋘ lmoustache ⎰ lnapprox ⪉
lneq ⪇ lneqq ≨ lnsim ⋦ longleftarrow ⟵ longleftrightarrow ⟷ longmapsto ⟼ longrightarrow ⟶ looparrowleft ↫
looparrowright ↬ lor ∨ lparen ( lrcorner ⌟ lt < ltimes ⋉ lvert | lvertneqq ≨ mapsto ↦ mid ∣ models ⊨ mp ∓ multimap ⊸
nLeftarrow ⇍ nLeftrightarrow ⇎ nRightarrow ⇏ nVDash ⊯ nVdash ⊮ ncong ≇ ne ≠ nearrow ↗ neq ≠ ngeq ≱ ngeqq ≱ ngeqslant
⪈ ngtr ≯ ni ∋ nleftarrow ↚ nleftrightarrow ↮ nleq ≰ nleqslant ⪇ nless ≮ nmid ∤ notin ∉ nparallel ∦ nprec ⊀ npreceq ⋠
nrightarrow ↛ nshortmid ∤ nshortparallel ∦ nsim ≁ nsubseteq ⊈ nsubseteqq ⊈ nsucc ⊁ nsucceq ⋡ nsupseteq ⊉
ntriangleleft ⋪ ntrianglelefteq ⋬ ntriangleright ⋫ ntrianglerighteq ⋭ nvDash ⊭ nvdash ⊬ nwarrow ↖ odot ⊙ oint ∮
ominus ⊖ oplus ⊕ oslash ⊘ otimes ⊗ owns ∋ parallel ∥ perp ⊥ pitchfork ⋔ pm ± prec ≺ precapprox ⪷ preccurlyeq ≼
preceq ⪯ precnapprox ⪹ precneqq ⪵ precnsim ⋨ precsim ≾ prod ∏ propto ∝ rVert ‖ rangle ⟩ rbrace } rbrack ] rceil ⌉
restriction ↾ rfloor ⌋ rgroup ⟯ rhd ⊳ rightarrow → rightarrowtail ↣ rightharpoondown ⇁ rightharpoonup ⇀
rightleftarrows ⇄ rightleftharpoons ⇌ rightrightarrows ⇉ rightsquigarrow ⇝ rightthreetimes ⋌ risingdotseq ≓
rmoustache ⎱ rparen ) rtimes ⋊ rvert | searrow ↘ setminus ∖ shortmid ∣ sim ∼ simeq ≃ smallfrown ⌢ smallint ∫
smallsetminus ∖ smallsmile ⌣ smile ⌣ sqcap ⊓ sqcup ⊔ sqsubset ⊏ sqsubseteq ⊑ sqsupset ⊐ sqsupseteq ⊒ star ⋆ subset ⊂
subseteq ⊆ subseteqq ⫅ subsetneq ⊊ subsetneqq ⫋ succ ≻ succapprox ⪸ succcurlyeq ≽ succeq ⪰ succnapprox ⪺ succneqq ⪶
succnsim ⋩ succsim ≿ sum ∑ supset ⊃ supseteq ⊇ supseteqq ⫆ supsetneq ⊋ supsetneqq ⫌ surd √ swarrow ↙ therefore ∴
thickapprox ≈ thicksim ∼ times × to → triangleleft ◃ trianglelefteq ⊴ triangleq ≜ triangleright ▹ trianglerighteq ⊵
twoheadleftarrow ↞ twoheadrightarrow ↠ ulcorner ⌜ unlhd ⊴ unrhd ⊵ uparrow ↑ updownarrow ↕ upharpoonleft ↿
upharpoonright ↾ uplus ⊎ upuparrows ⇈ urcorner ⌝ vDash ⊨ varpropto ∝ varsubsetneq ⊊ varsubsetneqq ⫋ varsupsetneq ⊋
varsupsetneqq ⫌ vartriangle △ vartriangleleft ⊲ vartriangleright ⊳ vdash ⊢ vdots ⋮ vee ∨ veebar ⊻ vert | wedge ∧ wr
≀
""")
"""Symbols that are used as operators, relations or brackets."""
